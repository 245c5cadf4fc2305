# a predicate that nobody declared
DELETE DATA { zc:cost rdf:predicate zt:trainingCost } ;
INSERT DATA { zc:cost rdf:predicate zt:trainingFee }
