"""查档台: what staff look for among all articles, drafts too."""
