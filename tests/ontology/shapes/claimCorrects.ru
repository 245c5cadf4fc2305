# a claim that corrects a document
INSERT DATA { zc:sued-not zt:corrects zd:a }
