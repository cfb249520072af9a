module griot

go 1.26.8
