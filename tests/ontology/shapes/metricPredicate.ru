# a value behind a relation
# also: claimDomain
DELETE DATA { zc:cost rdf:predicate zt:trainingCost } ;
INSERT DATA { zc:cost rdf:predicate zt:develops }
