# a dispute that is a text
INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:disputed "yes" }
