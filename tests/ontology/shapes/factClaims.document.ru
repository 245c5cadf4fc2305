# a fact that rests on a document
# also: factAsClaimed
INSERT DATA { <https://w3id.org/zhitu/fact/bought> zt:supportedBy zd:a }
