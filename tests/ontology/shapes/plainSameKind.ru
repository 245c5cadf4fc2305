# a plain triple between a model and a company
# also: plainSupported
INSERT DATA { ze:GPT-4 zt:competesWith ze:OpenAI }
