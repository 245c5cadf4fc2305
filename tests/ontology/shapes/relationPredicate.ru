# an object behind a metric
DELETE DATA { zc:works rdf:predicate zt:worksFor } ;
INSERT DATA { zc:works rdf:predicate zt:salary }
