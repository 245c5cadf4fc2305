# a document dated in words
DELETE DATA { zd:a dcterms:date "2023-01-23"^^xsd:date } ;
INSERT DATA { zd:a dcterms:date "一月" }
