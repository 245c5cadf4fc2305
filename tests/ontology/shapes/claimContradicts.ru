# a claim that contradicts a document
INSERT DATA { zc:beats-not zt:contradicts zd:a }
