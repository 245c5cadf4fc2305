# a fact surer than sure
DELETE DATA { <https://w3id.org/zhitu/fact/bought> zt:confidence 0.9 } ; INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:confidence 1.2 }
