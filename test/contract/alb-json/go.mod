module example.com/alb-json

go 1.24
