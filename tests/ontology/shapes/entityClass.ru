# an entity of no class of ours
DELETE DATA { ze:GPT-4 a zt:Model } ;
DELETE DATA { zc:beats rdf:object ze:GPT-4 . zc:beats-not rdf:object ze:GPT-4 } ;
INSERT DATA { zc:beats rdf:object ze:Claude2 . zc:beats-not rdf:object ze:Claude2 . ze:Claude2 a zt:Model ; rdfs:label "Claude 2"@en }
