# a model that outperforms itself
DELETE DATA { zc:beats-not rdf:object ze:GPT-4 } ;
INSERT DATA { zc:beats-not rdf:object ze:Claude }
