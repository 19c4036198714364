"""What may a family ask of its file, and who looks back at broken glass?"""
