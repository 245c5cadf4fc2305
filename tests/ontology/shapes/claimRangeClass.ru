# a person who works for a model
DELETE DATA { zc:works rdf:object ze:Microsoft } ;
INSERT DATA { zc:works rdf:object ze:GPT-4 }
