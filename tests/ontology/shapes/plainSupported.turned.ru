# a relation that is not symmetric, the other way round
INSERT DATA { ze:OpenAI zt:investsIn ze:Microsoft }
