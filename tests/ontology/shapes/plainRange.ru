# a plain triple to a model
# also: plainSupported
INSERT DATA { ze:Microsoft zt:investsIn ze:GPT-4 }
