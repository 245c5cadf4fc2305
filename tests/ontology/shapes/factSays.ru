# a fact with an object and a figure
INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:value 1 ; zt:unit "USD" }
