# a fact about two
# also: factAsClaimed
INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:subject ze:Altman }
