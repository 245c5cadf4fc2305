# evidence that ends where it starts
DELETE DATA { zc:invests-a oa:end 15 } ;
INSERT DATA { zc:invests-a oa:end 0 }
