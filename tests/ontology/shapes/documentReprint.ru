# a reprint of something that is no document
INSERT DATA { zd:a zt:reprintOf ze:OpenAI }
