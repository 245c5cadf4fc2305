# two last days
INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:lastSaid "2024"^^xsd:gYear }
