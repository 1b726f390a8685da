module kompox.test/pause

go 1.24
