# a document with two titles
INSERT DATA { zd:a dcterms:title "另一个题目" }
