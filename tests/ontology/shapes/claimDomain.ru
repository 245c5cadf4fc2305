# a model that works for a company
DELETE DATA { zc:works rdf:subject ze:Altman } ;
INSERT DATA { zc:works rdf:subject ze:GPT-4 }
