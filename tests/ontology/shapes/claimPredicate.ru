# a claim without a predicate
DELETE DATA { zc:cost rdf:predicate zt:trainingCost }
