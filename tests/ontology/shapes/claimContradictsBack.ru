# a contradiction that only one side knows of
DELETE DATA { zc:sued-not zt:contradicts zc:sued }
