# The installed library libaxray.so. Filled in once the folders are there.
