# a plain triple from a model
# also: plainSupported
INSERT DATA { ze:GPT-4 zt:investsIn ze:OpenAI }
