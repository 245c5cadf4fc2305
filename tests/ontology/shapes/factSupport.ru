# a fact that no source supports
DELETE DATA { <https://w3id.org/zhitu/fact/bought> zt:support 1 } ; INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:support 0 }
