/** Classes that break one rule each, so that the rules are known to catch them. */
package vitrine.architecture.broken;
