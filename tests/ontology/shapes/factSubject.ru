# a fact about nothing
DELETE DATA { <https://w3id.org/zhitu/fact/bought> zt:subject ze:Microsoft }
