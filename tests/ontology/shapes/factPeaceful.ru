# a fact that is disputed and does not say so
DELETE DATA { <https://w3id.org/zhitu/fact/sued> zt:disputed true }
