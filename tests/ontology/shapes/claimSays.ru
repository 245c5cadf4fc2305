# a claim that says nothing
DELETE DATA { zc:cost zt:value 78000000 }
