"""THE DOCUMENT 巫山府办发〔2021〕66号: facts only, one module per section, in printed order (文件本身)."""
