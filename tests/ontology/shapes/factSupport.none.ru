# a fact without support
DELETE DATA { <https://w3id.org/zhitu/fact/bought> zt:support 1 }
