# a fact of a relation that leads the other way
DELETE DATA { <https://w3id.org/zhitu/fact/worth> zt:subject ze:Anthropic } ; INSERT DATA { <https://w3id.org/zhitu/fact/worth> zt:subject ze:Claude }
