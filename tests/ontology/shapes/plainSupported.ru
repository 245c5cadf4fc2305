# a plan that stands as a plain triple
INSERT DATA { ze:Altman zt:worksFor ze:Microsoft }
