# a day that is a text
DELETE WHERE { <https://w3id.org/zhitu/fact/bought> zt:firstSaid ?day } ; INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:firstSaid "2023-01-23" }
