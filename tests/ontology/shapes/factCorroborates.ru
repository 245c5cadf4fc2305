# a fact that corroborates a claim
INSERT DATA { <https://w3id.org/zhitu/fact/worth> zt:corroborates zc:worth-again }
