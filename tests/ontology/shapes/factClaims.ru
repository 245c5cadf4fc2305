# a fact that rests on nothing
DELETE DATA { <https://w3id.org/zhitu/fact/bought> zt:supportedBy zc:bought }
