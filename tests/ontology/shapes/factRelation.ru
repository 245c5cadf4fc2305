# a fact with an object and a metric
# also: factAsClaimed
DELETE DATA { <https://w3id.org/zhitu/fact/bought> zt:predicate zt:acquires } ; INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:predicate zt:revenue }
