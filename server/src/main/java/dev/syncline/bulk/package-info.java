/**
 * Many changes asked for at once: CSV imports of accounts, batch provisioning of the users a filter finds, and changes of users
 * themselves, from a file or in one request. Files are read row by row and rows are worked off in groups of one transaction each, in
 * the background, under a lease, so that another server goes on where one stopped. Owns the tables {@code batch} and {@code
 * batch_row}. Calls {@code intake} for the changes, {@code identity}, {@code account}, {@code permission} and {@code application} to
 * look things up, and {@code task} for progress.
 */
@NullMarked
package dev.syncline.bulk;

import org.jspecify.annotations.NullMarked;
