# evidence with two ends
INSERT DATA { zc:invests-a oa:end 16 }
