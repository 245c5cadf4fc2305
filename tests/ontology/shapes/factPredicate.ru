# a fact that states no relation
DELETE DATA { <https://w3id.org/zhitu/fact/worth> zt:predicate zt:valuation }
