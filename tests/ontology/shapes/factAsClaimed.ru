# a fact with another figure than its claim
DELETE DATA { <https://w3id.org/zhitu/fact/worth> zt:value 78000000 } ; INSERT DATA { <https://w3id.org/zhitu/fact/worth> zt:value 87000000 }
