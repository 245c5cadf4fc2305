# an object that is a text
# also: entityClass, entityLabel
DELETE DATA { zc:works rdf:object ze:Microsoft } ;
INSERT DATA { zc:works rdf:object "微软" }
