# a contradicted claim that stands as a plain triple
INSERT DATA { ze:Claude zt:outperforms ze:GPT-4 }
